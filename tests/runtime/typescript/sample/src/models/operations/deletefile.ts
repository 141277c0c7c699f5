export type DeleteFileRequest = {
  fileId: string;
};
