import "../common/common.css";
import "./in_step.css";
import { mount } from "../common/mount.js";
import * as model from "./model.js";
import { view } from "./view.js";

export default mount("in_step", { model, view });
