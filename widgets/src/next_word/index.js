import "../common/common.css";
import "./next_word.css";
import { mount } from "../common/mount.js";
import * as model from "./model.js";
import { view } from "./view.js";

export default mount("next_word", { model, view });
