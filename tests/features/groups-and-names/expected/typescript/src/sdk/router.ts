import type { The3rdCore } from "../core.js";
import { Group } from "../runtime/client.js";
import { Chat } from "./chat.js";
import { Images } from "./images.js";

export class Router extends Group<The3rdCore> {
  #images?: Images;
  #chat?: Chat;

  get images(): Images {
    return (this.#images ??= new Images(this.client));
  }

  get chat(): Chat {
    return (this.#chat ??= new Chat(this.client));
  }
}
