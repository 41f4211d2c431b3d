import { Migration } from '@mikro-orm/migrations';

export class Migration20261126023737_uploads_note_images extends Migration {

  override name = 'Migration20261126023737_uploads_note_images';

  override up(): void | Promise<void> {
    this.addSql(`update "uploads" set "copy_keys" = "copy_keys" || array(
      select 'covers/' || "cover_id" || '/' || size || '.webp' from unnest(array[96, 320, 640]) size
    ) where "state" <> 'used';`);
    this.addSql(`alter table "uploads" drop column "cover_id";`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "uploads" add "cover_id" uuid not null default gen_random_uuid();`);
  }

}
