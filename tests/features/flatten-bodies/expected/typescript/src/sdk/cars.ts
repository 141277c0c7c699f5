import type { FlattenBodiesCore } from "../core.js";
import { shopCarsAdd } from "../funcs/shopCarsAdd.js";
import { shopCarsPut } from "../funcs/shopCarsPut.js";
import type { Car } from "../models/components/car.js";
import type { PutCarRequest } from "../models/operations/putcarop.js";
import { Group, type RequestOptions } from "../runtime/client.js";
import { unwrap } from "../runtime/result.js";

export class Cars extends Group<FlattenBodiesCore> {
  /** putCar */
  put(
    request: PutCarRequest,
    options?: RequestOptions,
  ): Promise<Car> {
    return unwrap(shopCarsPut(this.client, request, options));
  }

  /** postCar */
  add(
    request: Car,
    options?: RequestOptions,
  ): Promise<void> {
    return unwrap(shopCarsAdd(this.client, request, options));
  }
}
