import type { OrqCore } from "../core.js";
import { TreeNode$ } from "../models/components/treenode.js";
import type { TreeNode } from "../models/components/treenode.js";
import type { OrqError } from "../models/errors/orqerror.js";
import type { UpdateNodeRequest } from "../models/operations/updatenode.js";
import type { RequestOptions } from "../runtime/client.js";
import { json as jsonBody, simple } from "../runtime/encoding.js";
import type { Operation } from "../runtime/operation.js";
import { placeParams } from "../runtime/params.js";
import { json } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<UpdateNodeRequest, TreeNode> = {
  id: "updateNode",
  method: "PATCH",
  path: "/v2/nodes/{node_id}",
  params: [
    {
      key: "nodeId",
      in: "path",
      name: "node_id",
      codec: "string",
      required: true,
      encode: simple,
    },
    {
      key: "traceId",
      in: "header",
      name: "X-Trace-Id",
      codec: "string",
      encode: simple,
    },
  ],
  placeParams,
  body: {
    mediaType: "application/json",
    key: "requestBody",
    codec: () => TreeNode$,
    encode: jsonBody,
    required: true,
  },
  replies: [
    {
      status: "2XX",
      mediaType: "application/json",
      codec: TreeNode$,
      decode: json,
    },
  ],
};

/** Update a node */
export function nodesUpdate(
  client: OrqCore,
  request: UpdateNodeRequest,
  options?: RequestOptions,
): APIPromise<Result<TreeNode, OrqError>> {
  return invoke(client, operation, request, options);
}
