/** What the API sends by itself. */

import {
  type GonePayload,
  GonePayload$,
} from "./models/components/gonepayload.js";
import {
  type OnEventPayload,
  OnEventPayload$,
} from "./models/components/oneventpayload.js";
import { type Pet, Pet$ } from "./models/components/pet.js";
import {
  type WebhookEvent,
  WebhookEvent$,
} from "./models/components/webhookevent.js";
import type { Payload } from "./runtime/webhooks.js";

export {
  parse,
  type Payload,
  sign,
  unwrap,
  verify,
  type VerifyOptions,
  type WebhookHeaders,
  type WebhookSecret,
  WebhookVerificationError,
} from "./runtime/webhooks.js";

/** A pet came */
export const newPet: Payload<Pet> = { codec: () => Pet$ };

/** The webhook gone. */
export const gone: Payload<GonePayload> = { codec: () => GonePayload$ };

/** Any of the webhooks. */
export const event: Payload<WebhookEvent> = { codec: () => WebhookEvent$ };

/** The callback onEvent. */
export const onEvent: Payload<OnEventPayload> = { codec: () => OnEventPayload$ };
