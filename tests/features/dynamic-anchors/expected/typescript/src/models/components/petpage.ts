import type { Codec } from "../../runtime/codec.js";
import { type Pet, Pet$ } from "./pet.js";

export type PetPage = {
  items: Array<Pet>;
};

export const PetPage$: Codec = {
  fields: {
    items: [{ array: () => Pet$ }, "!"],
  },
};
