export type GetFileRequest = {
  fileId: string;
};
