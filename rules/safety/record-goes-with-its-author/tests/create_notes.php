<?php
Schema::create('notes', function (Blueprint $table) {
    // ruleid: record-goes-with-its-author
    $table->foreignId('created_by')->constrained('users')->cascadeOnDelete();
    // ok: record-goes-with-its-author
    $table->foreignId('updated_by')->nullable()->constrained('users')->nullOnDelete();
    // ok: record-goes-with-its-author
    $table->foreignId('user_id')->constrained('users')->onDelete('cascade');
});
