from django.db import migrations

class Migration(migrations.Migration):
    operations = [
        migrations.RenameField(model_name="ward", old_name="code", new_name="ods_code"),
        migrations.RemoveField(model_name="ward", name="beds"),
    ]
