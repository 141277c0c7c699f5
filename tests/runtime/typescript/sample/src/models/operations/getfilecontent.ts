export type GetFileContentRequest = {
  fileId: string;
};
