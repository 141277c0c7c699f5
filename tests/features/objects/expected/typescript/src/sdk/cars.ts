import type { ObjectsCore } from "../core.js";
import { carsAddCar } from "../funcs/carsAddCar.js";
import type { Car } from "../models/components/car.js";
import { Group, type RequestOptions } from "../runtime/client.js";
import { unwrap } from "../runtime/result.js";

export class Cars extends Group<ObjectsCore> {
  /** Add a car */
  addCar(
    request: Car,
    options?: RequestOptions,
  ): Promise<Car> {
    return unwrap(carsAddCar(this.client, request, options));
  }
}
