import "../common/common.css";
import "./data_trail.css";
import { mount } from "../common/mount.js";
import * as model from "./model.js";
import { view } from "./view.js";

export default mount("data_trail", { model, view });
