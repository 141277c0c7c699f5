import { OrqCore } from "../core.js";
import { Router } from "./router.js";

/** The client of the API. */
export class Orq extends OrqCore {
  #router?: Router;

  get router(): Router {
    return (this.#router ??= new Router(this));
  }
}
