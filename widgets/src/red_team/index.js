import "../common/common.css";
import { mount } from "../common/mount.js";
import * as model from "./model.js";
import { view } from "./view.js";

export default mount("red_team", { model, view });
