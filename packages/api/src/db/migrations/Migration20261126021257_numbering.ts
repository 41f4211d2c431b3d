import { Migration } from '@mikro-orm/migrations';

export class Migration20261126021257_numbering extends Migration {

  override name = 'Migration20261126021257_numbering';

  override up(): void | Promise<void> {
    this.addSql(`alter table "playlists" add "numbering" int not null default 0;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "playlists" drop column "numbering";`);
  }

}
