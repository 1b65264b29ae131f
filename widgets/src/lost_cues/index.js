import "../common/common.css";
import "./lost_cues.css";
import { mount } from "../common/mount.js";
import * as model from "./model.js";
import { view } from "./view.js";

export default mount("lost_cues", { model, view });
