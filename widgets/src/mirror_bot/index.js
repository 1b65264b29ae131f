import "../common/common.css";
import "./mirror_bot.css";
import { mount } from "../common/mount.js";
import * as model from "./model.js";
import { view } from "./view.js";

export default mount("mirror_bot", { model, view });
