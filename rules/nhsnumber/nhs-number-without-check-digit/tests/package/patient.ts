import validate from "nhs-number-validator";
