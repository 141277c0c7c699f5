import type { OrqCore } from "../core.js";
import { filesContent } from "../funcs/filesContent.js";
import { filesCreate } from "../funcs/filesCreate.js";
import { filesDelete } from "../funcs/filesDelete.js";
import { filesGet } from "../funcs/filesGet.js";
import { filesList } from "../funcs/filesList.js";
import type { StoredFile } from "../models/components/storedfile.js";
import type { CreateFileRequestBody } from "../models/operations/createfile.js";
import type { DeleteFileRequest } from "../models/operations/deletefile.js";
import type { GetFileRequest } from "../models/operations/getfile.js";
import type { GetFileContentRequest } from "../models/operations/getfilecontent.js";
import type { ListFilesRequest } from "../models/operations/listfiles.js";
import { Group } from "../runtime/client.js";
import type { RequestOptions } from "../runtime/client.js";
import { unwrap } from "../runtime/result.js";

export class Files extends Group<OrqCore> {
  /** Upload a file */
  create(
    request: CreateFileRequestBody,
    options?: RequestOptions,
  ): Promise<StoredFile> {
    return unwrap(filesCreate(this.client, request, options));
  }

  /** List files */
  list(
    request?: ListFilesRequest,
    options?: RequestOptions,
  ): Promise<Array<StoredFile>> {
    return unwrap(filesList(this.client, request, options));
  }

  /** Get a file */
  get(request: GetFileRequest, options?: RequestOptions): Promise<StoredFile> {
    return unwrap(filesGet(this.client, request, options));
  }

  /** Get the content of a file */
  content(
    request: GetFileContentRequest,
    options?: RequestOptions,
  ): Promise<ReadableStream<Uint8Array>> {
    return unwrap(filesContent(this.client, request, options));
  }

  /** Delete a file */
  delete(request: DeleteFileRequest, options?: RequestOptions): Promise<void> {
    return unwrap(filesDelete(this.client, request, options));
  }
}
