<?php

class Beds
{
    public function free(int $ward): void
    {
        Bed::where('ward_id', $ward)->update(['patient_id' => null]);
    }

    public function name(Bed $bed, string $name): void
    {
        $bed->name = $name;
        $bed->save();
    }
}
