<?php

enum Funding: string
{
    case LOCAL = 'local';

    public function label(): string
    {
        return match ($this) {
            self::LOCAL => __('employer.funding.local'),
            default => trans('employer.funding-of-2024.private.internal'),
        };
    }
}
