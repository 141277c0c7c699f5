import type { Codec } from "../../runtime/codec.js";
import { PublicContact$ } from "../components/publiccontact.js";
import type { PublicContact } from "../components/publiccontact.js";

/** The format in which the generated images are returned. */
export const CreateImageVariationResponseFormat = {
  Url: "url",
  B64Json: "b64_json",
} as const;
/** The format in which the generated images are returned. */
export type CreateImageVariationResponseFormat =
  (typeof CreateImageVariationResponseFormat)[keyof typeof CreateImageVariationResponseFormat];

export const CreateImageVariationResponseFormat$: Codec = {
  enum: ["url", "b64_json"],
};

/** Retry configuration for the request */
export type CreateImageVariationRetry = {
  /** Number of retry attempts (1-5) */
  count?: number | undefined;
  onCodes?: Array<number> | undefined;
};

export const CreateImageVariationRetry$: Codec = {
  fields: {
    count: ["number", "?"],
    onCodes: [{ array: "number" }, "?", "on_codes"],
  },
};

export type CreateImageVariationFallbacks = {
  model: string;
};

export const CreateImageVariationFallbacks$: Codec = {
  fields: {
    model: ["string", "!"],
  },
};

export type CreateImageVariationOrq = {
  name?: string | undefined;
  retry?: CreateImageVariationRetry | undefined;
  fallbacks?: Array<CreateImageVariationFallbacks> | undefined;
  identity?: PublicContact | undefined;
};

export const CreateImageVariationOrq$: Codec = {
  fields: {
    name: ["string", "?"],
    retry: [() => CreateImageVariationRetry$, "?"],
    fallbacks: [{ array: () => CreateImageVariationFallbacks$ }, "?"],
    identity: [() => PublicContact$, "?"],
  },
};

/** input */
export type CreateImageVariationRequestBody = {
  /** The image to edit. */
  image?: any | undefined;
  /** The model to use for image generation. */
  model: string;
  n?: number | null | undefined;
  responseFormat?: CreateImageVariationResponseFormat | undefined;
  user?: string | undefined;
  orq?: CreateImageVariationOrq | undefined;
};

export const CreateImageVariationRequestBody$: Codec = {
  fields: {
    image: ["any", "?"],
    model: ["string", "!"],
    n: ["number", "?~"],
    responseFormat: [
      () => CreateImageVariationResponseFormat$,
      "?",
      "response_format",
    ],
    user: ["string", "?"],
    orq: [() => CreateImageVariationOrq$, "?"],
  },
};

export type CreateImageVariationData = {
  b64Json?: string | undefined;
  url?: string | undefined;
};

export const CreateImageVariationData$: Codec = {
  fields: {
    b64Json: ["string", "?", "b64_json"],
    url: ["string", "?"],
  },
};

/** Represents an image variation response from the API. */
export type CreateImageVariationResponseBody = {
  created: number;
  outputFormat?: string | undefined;
  data: Array<CreateImageVariationData>;
};

export const CreateImageVariationResponseBody$: Codec = {
  fields: {
    created: ["number", "!"],
    outputFormat: ["string", "?", "output_format"],
    data: [{ array: () => CreateImageVariationData$ }, "!"],
  },
};
