import type { OrqCore } from "../core.js";
import { nodesUpdate } from "../funcs/nodesUpdate.js";
import type { TreeNode } from "../models/components/treenode.js";
import type { UpdateNodeRequest } from "../models/operations/updatenode.js";
import { Group } from "../runtime/client.js";
import type { RequestOptions } from "../runtime/client.js";
import { unwrap } from "../runtime/result.js";

export class Nodes extends Group<OrqCore> {
  /** Update a node */
  update(
    request: UpdateNodeRequest,
    options?: RequestOptions,
  ): Promise<TreeNode> {
    return unwrap(nodesUpdate(this.client, request, options));
  }
}
