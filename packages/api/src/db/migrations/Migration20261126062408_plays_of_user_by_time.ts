import { Migration } from '@mikro-orm/migrations';

export class Migration20261126062408_plays_of_user_by_time extends Migration {

  override name = 'Migration20261126062408_plays_of_user_by_time';

  override up(): void | Promise<void> {
    this.addSql(`create index "plays_user_id_played_at_index" on "plays" ("user_id", "played_at");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "plays_user_id_played_at_index";`);
  }

}
