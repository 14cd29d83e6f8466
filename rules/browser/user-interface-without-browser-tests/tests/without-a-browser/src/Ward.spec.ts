import { render } from "@testing-library/vue";
