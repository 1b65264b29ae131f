import "../common/common.css";
import "./accountability_map.css";
import { mount } from "../common/mount.js";
import * as model from "./model.js";
import { view } from "./view.js";

export default mount("accountability_map", { model, view });
