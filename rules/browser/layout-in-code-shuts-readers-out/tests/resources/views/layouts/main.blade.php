<!DOCTYPE html>
<!-- ok: layout-in-code-shuts-readers-out -->
<html lang="{{ str_replace('_', '-', app()->getLocale()) }}">
</html>
