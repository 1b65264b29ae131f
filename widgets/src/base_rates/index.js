import "../common/common.css";
import "./base_rates.css";
import { mount } from "../common/mount.js";
import * as model from "./model.js";
import { view } from "./view.js";

export default mount("base_rates", { model, view });
