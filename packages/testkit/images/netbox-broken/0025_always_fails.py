from django.db import migrations


def fail(apps, schema_editor):
    raise RuntimeError("this migration always fails")


class Migration(migrations.Migration):
    # The last ones of the applications that an upgrade from 4.7.0 migrates: all are applied before.
    dependencies = [
        ("dcim", "0251_fix_ltree_cascade_triggers"),
        ("tenancy", "0027_fix_ltree_cascade_triggers"),
        ("wireless", "0024_fix_ltree_cascade_triggers"),
    ]
    operations = [migrations.RunPython(fail, migrations.RunPython.noop)]
