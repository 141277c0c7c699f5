import type { Codec } from "../../runtime/codec.js";
import {
  type PublicContact,
  PublicContact$,
} from "../components/publiccontact.js";
import {
  type PublicIdentity,
  PublicIdentity$,
} from "../components/publicidentity.js";

/** input */
export type CreateImageVariationRequestBody = {
  /** The image to edit. Must be a supported image file. It should be a png, webp, or jpg file less than 50MB. */
  image?: any | undefined;
  /** The model to use for image generation. */
  model: string;
  /** The number of images to generate. Must be between 1 and 10. */
  n?: number | null | undefined;
  /** The format in which the generated images are returned. Must be one of `url` or `b64_json`. URLs are only valid for 60 minutes after the image has been generated. */
  responseFormat?: CreateImageVariationResponseFormat | undefined;
  /** The size of the generated images. Must be one of `256x256`, `512x512`, or `1024x1024`. */
  size?: Size | undefined;
  /** A unique identifier representing your end-user, which can help to monitor and detect abuse. */
  user?: string | undefined;
  /** The name to display on the trace. If not specified, the default system name will be used. */
  name?: string | undefined;
  /** Array of fallback models to use if primary model fails */
  fallbacks?: Array<CreateImageVariationFallbacks> | undefined;
  /** Retry configuration for the request */
  retry?: CreateImageVariationRetry | undefined;
  /** Cache configuration for the request. */
  cache?: CreateImageVariationCache | undefined;
  /** Load balancer configuration for the request. */
  loadBalancer?: CreateImageVariationLoadBalancer | undefined;
  /** Timeout configuration to apply to the request. If the request exceeds the timeout, it will be retried or fallback to the next model if configured. */
  timeout?: CreateImageVariationTimeout | undefined;
  orq?: CreateImageVariationOrq | undefined;
};

export const CreateImageVariationRequestBody$: Codec = {
  fields: {
    image: ["any", "?"],
    model: ["string", "!"],
    n: ["number", "?~"],
    responseFormat: [() => CreateImageVariationResponseFormat$, "?", "response_format"],
    size: [() => Size$, "?"],
    user: ["string", "?"],
    name: ["string", "?"],
    fallbacks: [{ array: () => CreateImageVariationFallbacks$ }, "?"],
    retry: [() => CreateImageVariationRetry$, "?"],
    cache: [() => CreateImageVariationCache$, "?"],
    loadBalancer: [() => CreateImageVariationLoadBalancer$, "?", "load_balancer"],
    timeout: [() => CreateImageVariationTimeout$, "?"],
    orq: [() => CreateImageVariationOrq$, "?"],
  },
};

/** The format in which the generated images are returned. Must be one of `url` or `b64_json`. URLs are only valid for 60 minutes after the image has been generated. */
export const CreateImageVariationResponseFormat = {
  Url: "url",
  B64Json: "b64_json",
} as const;
export type CreateImageVariationResponseFormat = (typeof CreateImageVariationResponseFormat)[keyof typeof CreateImageVariationResponseFormat];

export const CreateImageVariationResponseFormat$: Codec = { enum: ["url", "b64_json"] };

/** The size of the generated images. Must be one of `256x256`, `512x512`, or `1024x1024`. */
export const Size = {
  TwoHundredAndFiftySixx256: "256x256",
  FiveHundredAndTwelvex512: "512x512",
  OneThousandAndTwentyFourx1024: "1024x1024",
} as const;
export type Size = (typeof Size)[keyof typeof Size];

export const Size$: Codec = { enum: ["256x256", "512x512", "1024x1024"] };

export type CreateImageVariationFallbacks = {
  /** Fallback model identifier */
  model: string;
};

export const CreateImageVariationFallbacks$: Codec = {
  fields: {
    model: ["string", "!"],
  },
};

/** Retry configuration for the request */
export type CreateImageVariationRetry = {
  /** Number of retry attempts (1-5) */
  count?: number | undefined;
  /** HTTP status codes that trigger retry logic */
  onCodes?: Array<number> | undefined;
};

export const CreateImageVariationRetry$: Codec = {
  fields: {
    count: ["number", "?"],
    onCodes: [{ array: "number" }, "?", "on_codes"],
  },
};

/** Cache configuration for the request. */
export type CreateImageVariationCache = {
  /** Time to live for cached responses in seconds. Maximum 259200 seconds (3 days). */
  ttl?: number | undefined;
  type: CreateImageVariationType;
};

export const CreateImageVariationCache$: Codec = {
  fields: {
    ttl: ["number", "?"],
    type: [() => CreateImageVariationType$, "!"],
  },
};

export const CreateImageVariationType = {
  ExactMatch: "exact_match",
} as const;
export type CreateImageVariationType = (typeof CreateImageVariationType)[keyof typeof CreateImageVariationType];

export const CreateImageVariationType$: Codec = { enum: ["exact_match"] };

/** Load balancer configuration for the request. */
export type CreateImageVariationLoadBalancer =
  | CreateImageVariationLoadBalancer1;

export const CreateImageVariationLoadBalancer$: Codec = () => CreateImageVariationLoadBalancer1$;

export type CreateImageVariationLoadBalancer1 = {
  type: CreateImageVariationLoadBalancerType;
  models: Array<CreateImageVariationLoadBalancerModels>;
};

export const CreateImageVariationLoadBalancer1$: Codec = {
  fields: {
    type: [() => CreateImageVariationLoadBalancerType$, "!"],
    models: [{ array: () => CreateImageVariationLoadBalancerModels$ }, "!"],
  },
};

export const CreateImageVariationLoadBalancerType = {
  WeightBased: "weight_based",
} as const;
export type CreateImageVariationLoadBalancerType = (typeof CreateImageVariationLoadBalancerType)[keyof typeof CreateImageVariationLoadBalancerType];

export const CreateImageVariationLoadBalancerType$: Codec = { enum: ["weight_based"] };

export type CreateImageVariationLoadBalancerModels = {
  /** Model identifier for load balancing */
  model: string;
  /** Weight assigned to this model for load balancing */
  weight?: number | undefined;
};

export const CreateImageVariationLoadBalancerModels$: Codec = {
  fields: {
    model: ["string", "!"],
    weight: ["number", "?"],
  },
};

/** Timeout configuration to apply to the request. If the request exceeds the timeout, it will be retried or fallback to the next model if configured. */
export type CreateImageVariationTimeout = {
  /** Timeout value in milliseconds */
  callTimeout: number;
};

export const CreateImageVariationTimeout$: Codec = {
  fields: {
    callTimeout: ["number", "!", "call_timeout"],
  },
};

export type CreateImageVariationOrq = {
  /** The name to display on the trace. If not specified, the default system name will be used. */
  name?: string | undefined;
  /** Retry configuration for the request */
  retry?: CreateImageVariationRouterImagesVariationsRetry | undefined;
  /** Array of fallback models to use if primary model fails */
  fallbacks?: Array<CreateImageVariationRouterImagesVariationsFallbacks> | undefined;
  /** Prompt configuration for the request */
  prompt?: CreateImageVariationPrompt | undefined;
  /** Information about the identity making the request. */
  identity?: PublicIdentity | undefined;
  /**
   * Use identity instead. Information about the contact making the request.
   *
   * @deprecated It will be removed in a future release.
   */
  contact?: PublicContact | undefined;
  /** Cache configuration for the request. */
  cache?: CreateImageVariationRouterImagesVariationsCache | undefined;
  /** Array of models with weights for load balancing requests */
  loadBalancer?: CreateImageVariationRouterImagesVariationsLoadBalancer | undefined;
  /** Timeout configuration to apply to the request. If the request exceeds the timeout, it will be retried or fallback to the next model if configured. */
  timeout?: CreateImageVariationRouterImagesVariationsTimeout | undefined;
};

export const CreateImageVariationOrq$: Codec = {
  fields: {
    name: ["string", "?"],
    retry: [() => CreateImageVariationRouterImagesVariationsRetry$, "?"],
    fallbacks: [{ array: () => CreateImageVariationRouterImagesVariationsFallbacks$ }, "?"],
    prompt: [() => CreateImageVariationPrompt$, "?"],
    identity: [() => PublicIdentity$, "?"],
    contact: [() => PublicContact$, "?"],
    cache: [() => CreateImageVariationRouterImagesVariationsCache$, "?"],
    loadBalancer: [() => CreateImageVariationRouterImagesVariationsLoadBalancer$, "?", "load_balancer"],
    timeout: [() => CreateImageVariationRouterImagesVariationsTimeout$, "?"],
  },
};

/** Retry configuration for the request */
export type CreateImageVariationRouterImagesVariationsRetry = {
  /** Number of retry attempts (1-5) */
  count?: number | undefined;
  /** HTTP status codes that trigger retry logic */
  onCodes?: Array<number> | undefined;
};

export const CreateImageVariationRouterImagesVariationsRetry$: Codec = {
  fields: {
    count: ["number", "?"],
    onCodes: [{ array: "number" }, "?", "on_codes"],
  },
};

export type CreateImageVariationRouterImagesVariationsFallbacks = {
  /** Fallback model identifier */
  model: string;
};

export const CreateImageVariationRouterImagesVariationsFallbacks$: Codec = {
  fields: {
    model: ["string", "!"],
  },
};

/** Prompt configuration for the request */
export type CreateImageVariationPrompt = {
  /** Unique identifier of the prompt to use */
  id: string;
  /** Version of the prompt to use (currently only "latest" supported) */
  version: CreateImageVariationVersion;
};

export const CreateImageVariationPrompt$: Codec = {
  fields: {
    id: ["string", "!"],
    version: [() => CreateImageVariationVersion$, "!"],
  },
};

/** Version of the prompt to use (currently only "latest" supported) */
export const CreateImageVariationVersion = {
  Latest: "latest",
} as const;
export type CreateImageVariationVersion = (typeof CreateImageVariationVersion)[keyof typeof CreateImageVariationVersion];

export const CreateImageVariationVersion$: Codec = { enum: ["latest"] };

/** Cache configuration for the request. */
export type CreateImageVariationRouterImagesVariationsCache = {
  /** Time to live for cached responses in seconds. Maximum 259200 seconds (3 days). */
  ttl?: number | undefined;
  type: CreateImageVariationRouterImagesVariationsType;
};

export const CreateImageVariationRouterImagesVariationsCache$: Codec = {
  fields: {
    ttl: ["number", "?"],
    type: [() => CreateImageVariationRouterImagesVariationsType$, "!"],
  },
};

export const CreateImageVariationRouterImagesVariationsType = {
  ExactMatch: "exact_match",
} as const;
export type CreateImageVariationRouterImagesVariationsType = (typeof CreateImageVariationRouterImagesVariationsType)[keyof typeof CreateImageVariationRouterImagesVariationsType];

export const CreateImageVariationRouterImagesVariationsType$: Codec = { enum: ["exact_match"] };

/** Array of models with weights for load balancing requests */
export type CreateImageVariationRouterImagesVariationsLoadBalancer =
  | CreateImageVariationLoadBalancerRouterImagesVariations1;

export const CreateImageVariationRouterImagesVariationsLoadBalancer$: Codec = () => CreateImageVariationLoadBalancerRouterImagesVariations1$;

export type CreateImageVariationLoadBalancerRouterImagesVariations1 = {
  type: CreateImageVariationLoadBalancerRouterImagesVariationsType;
  models: Array<CreateImageVariationLoadBalancerRouterImagesVariationsModels>;
};

export const CreateImageVariationLoadBalancerRouterImagesVariations1$: Codec = {
  fields: {
    type: [() => CreateImageVariationLoadBalancerRouterImagesVariationsType$, "!"],
    models: [{ array: () => CreateImageVariationLoadBalancerRouterImagesVariationsModels$ }, "!"],
  },
};

export const CreateImageVariationLoadBalancerRouterImagesVariationsType = {
  WeightBased: "weight_based",
} as const;
export type CreateImageVariationLoadBalancerRouterImagesVariationsType = (typeof CreateImageVariationLoadBalancerRouterImagesVariationsType)[keyof typeof CreateImageVariationLoadBalancerRouterImagesVariationsType];

export const CreateImageVariationLoadBalancerRouterImagesVariationsType$: Codec = { enum: ["weight_based"] };

export type CreateImageVariationLoadBalancerRouterImagesVariationsModels = {
  /** Model identifier for load balancing */
  model: string;
  /** Weight assigned to this model for load balancing */
  weight?: number | undefined;
};

export const CreateImageVariationLoadBalancerRouterImagesVariationsModels$: Codec = {
  fields: {
    model: ["string", "!"],
    weight: ["number", "?"],
  },
};

/** Timeout configuration to apply to the request. If the request exceeds the timeout, it will be retried or fallback to the next model if configured. */
export type CreateImageVariationRouterImagesVariationsTimeout = {
  /** Timeout value in milliseconds */
  callTimeout: number;
};

export const CreateImageVariationRouterImagesVariationsTimeout$: Codec = {
  fields: {
    callTimeout: ["number", "!", "call_timeout"],
  },
};

/** The generated images. */
export type CreateImageVariationResponseBody = {
  /** When the image was created, as a Unix timestamp in seconds. */
  created: number;
  /** The format of the images. */
  outputFormat?: string | undefined;
  /** The size of the images. */
  size?: string | undefined;
  /** The quality of the images. */
  quality?: string | undefined;
  /** The images, in the order they were made. */
  data: Array<CreateImageVariationData>;
  /** The tokens that the request took. */
  usage?: CreateImageVariationUsage | undefined;
};

export const CreateImageVariationResponseBody$: Codec = {
  fields: {
    created: ["number", "!"],
    outputFormat: ["string", "?", "output_format"],
    size: ["string", "?"],
    quality: ["string", "?"],
    data: [{ array: () => CreateImageVariationData$ }, "!"],
    usage: [() => CreateImageVariationUsage$, "?"],
  },
};

export type CreateImageVariationData = {
  /** The image in base64, when `response_format` is `b64_json`. */
  b64Json?: string | undefined;
  /** Where the image can be fetched, when `response_format` is `url`. */
  url?: string | undefined;
};

export const CreateImageVariationData$: Codec = {
  fields: {
    b64Json: ["string", "?", "b64_json"],
    url: ["string", "?"],
  },
};

/** The tokens that the request took. */
export type CreateImageVariationUsage = {
  /** All tokens of the request. */
  totalTokens: number;
  /** The tokens of the input, text and images. */
  inputTokens: number;
  /** The tokens of the output. */
  outputTokens: number;
  /** What the tokens of the input were. */
  inputTokensDetails: CreateImageVariationInputTokensDetails;
};

export const CreateImageVariationUsage$: Codec = {
  fields: {
    totalTokens: ["number", "!", "total_tokens"],
    inputTokens: ["number", "!", "input_tokens"],
    outputTokens: ["number", "!", "output_tokens"],
    inputTokensDetails: [() => CreateImageVariationInputTokensDetails$, "!", "input_tokens_details"],
  },
};

/** What the tokens of the input were. */
export type CreateImageVariationInputTokensDetails = {
  /** The tokens of text. */
  textTokens: number;
  /** The tokens of images. */
  imageTokens: number;
};

export const CreateImageVariationInputTokensDetails$: Codec = {
  fields: {
    textTokens: ["number", "!", "text_tokens"],
    imageTokens: ["number", "!", "image_tokens"],
  },
};
