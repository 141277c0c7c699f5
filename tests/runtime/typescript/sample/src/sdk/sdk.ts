import { OrqCore } from "../core.js";
import { Files } from "./files.js";
import { Nodes } from "./nodes.js";
import { Router } from "./router.js";

/** The client of the API. */
export class Orq extends OrqCore {
  #files?: Files;
  #nodes?: Nodes;
  #router?: Router;

  get files(): Files {
    return (this.#files ??= new Files(this));
  }

  get nodes(): Nodes {
    return (this.#nodes ??= new Nodes(this));
  }

  get router(): Router {
    return (this.#router ??= new Router(this));
  }
}
