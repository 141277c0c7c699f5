import type { OrqCore } from "../core.js";
import { Group } from "../runtime/client.js";
import { Variations } from "./variations.js";

export class Images extends Group<OrqCore> {
  #variations?: Variations;

  get variations(): Variations {
    return (this.#variations ??= new Variations(this.client));
  }
}
