<?php
function valid(string $nhs_number): bool {
    return (bool) preg_match('/^[0-9]{10}$/', $nhs_number);
}
