import type { FilePurpose } from "../components/storedfile.js";

export type ListFilesRequest = {
  limit?: number | undefined;
  purposes?: Array<FilePurpose> | undefined;
  createdAfter?: Date | undefined;
};
