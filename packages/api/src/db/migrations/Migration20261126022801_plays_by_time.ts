import { Migration } from '@mikro-orm/migrations';

export class Migration20261126022801_plays_by_time extends Migration {

  override name = 'Migration20261126022801_plays_by_time';

  override up(): void | Promise<void> {
    this.addSql(`create index "plays_played_at_index" on "plays" ("played_at");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "plays_played_at_index";`);
  }

}
