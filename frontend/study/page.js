// @ts-check
// The entry of study.js, which review, cards and progress stand on; it also paints what every page shows of the answers.
import { swtech } from "../registry.js";
import { createStudy } from "./study.js";

// The contents' marks may ask for this script on a page that has it already.
swtech.study ??= createStudy();
