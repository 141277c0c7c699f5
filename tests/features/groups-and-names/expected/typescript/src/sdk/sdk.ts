import { The3rdCore } from "../core.js";
import { rootCall } from "../funcs/rootCall.js";
import type { RequestOptions } from "../runtime/client.js";
import { unwrap } from "../runtime/result.js";
import { Clash } from "./clash.js";
import { FirstTag } from "./firsttag.js";
import { Import } from "./import.js";
import { Router } from "./router.js";
import { Second } from "./second.js";

/** The client of the API. */
export class The3rd extends The3rdCore {
  #firstTag?: FirstTag;
  #second?: Second;
  #router?: Router;
  #import?: Import;
  #clash?: Clash;

  get firstTag(): FirstTag {
    return (this.#firstTag ??= new FirstTag(this));
  }

  get second(): Second {
    return (this.#second ??= new Second(this));
  }

  get router(): Router {
    return (this.#router ??= new Router(this));
  }

  get import(): Import {
    return (this.#import ??= new Import(this));
  }

  get clash(): Clash {
    return (this.#clash ??= new Clash(this));
  }

  /** rootCall */
  rootCall(
    options?: RequestOptions,
  ): Promise<void> {
    return unwrap(rootCall(this, options));
  }
}
