import type { OrqCore } from "../core.js";
import { Group } from "../runtime/client.js";
import { Images } from "./images.js";

export class Router extends Group<OrqCore> {
  #images?: Images;

  get images(): Images {
    return (this.#images ??= new Images(this.client));
  }
}
