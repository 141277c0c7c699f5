import type { Codec } from "../../runtime/codec.js";
import { dateTime, open } from "../../runtime/codecs.js";
import type { RequestValidationError } from "../../runtime/errors.js";
import { modelFromJSON, modelToJSON } from "../../runtime/models.js";
import type { Result } from "../../runtime/result.js";

/** What a file is for */
export const FilePurpose = {
  Retrieval: "retrieval",
  Batch: "batch",
} as const;
/** What a file is for */
export type FilePurpose = (typeof FilePurpose)[keyof typeof FilePurpose];

export const FilePurpose$: Codec = { enum: ["retrieval", "batch"] };

export type StoredFile = {
  id: string;
  purpose: FilePurpose;
  created: Date;
  day?: string | undefined;
  bytes?: number | undefined;
  workspaceId?: string | undefined;
  additionalProperties?: { [k: string]: any } | undefined;
};

export const StoredFile$: Codec = {
  use: open,
  fields: {
    id: ["string", "!"],
    purpose: [() => FilePurpose$, "!"],
    created: [dateTime, "!"],
    day: ["string", "?"],
    bytes: ["integer", "?"],
    workspaceId: ["string", "?", "workspace_id"],
  },
  extra: "any",
};

export function storedFileToJSON(storedFile: StoredFile): string {
  return modelToJSON(StoredFile$, storedFile);
}

export function storedFileFromJSON(
  text: string,
): Result<StoredFile, RequestValidationError> {
  return modelFromJSON(StoredFile$, text);
}
