import type { Codec } from "../../runtime/codec.js";
import { file } from "../../runtime/codecs.js";
import type { FileInput } from "../../runtime/files.js";

export type UploadRequestBody = {
  /** The picture */
  file: FileInput;
  more?: Array<FileInput> | undefined;
  id?: string | undefined;
};

export const UploadRequestBody$: Codec = {
  fields: {
    file: [file, "!"],
    more: [{ array: file }, "?"],
    id: ["string", "?"],
  },
};

/** The picture */
export type FileT = FileInput;

export type More = FileInput;

export type UploadRequest = {
  id: string;
  requestBody: UploadRequestBody;
};

export const UploadRequest$: Codec = {
  fields: {
    id: ["string", "!"],
    requestBody: [() => UploadRequestBody$, "!"],
  },
};
