import type { Codec } from "../../runtime/codec.js";
import { file } from "../../runtime/codecs.js";
import type { FileInput } from "../../runtime/files.js";
import { FilePurpose$ } from "../components/storedfile.js";
import type { FilePurpose } from "../components/storedfile.js";

export type CreateFileRequestBody = {
  file: FileInput;
  purpose?: FilePurpose | undefined;
  tags?: Array<string> | undefined;
};

export const CreateFileRequestBody$: Codec = {
  fields: {
    file: [file, "!"],
    purpose: [() => FilePurpose$, "?"],
    tags: [{ array: "string" }, "?"],
  },
};
