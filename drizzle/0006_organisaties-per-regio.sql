CREATE TABLE `former_name` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`until` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `former_name_organisation` ON `former_name` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `public_body` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`code` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE `organisation` ADD `public_body_id` integer REFERENCES public_body(id);--> statement-breakpoint
INSERT INTO `public_body` (`id`, `name`, `kind`, `created_at`) SELECT `id`, `name`, `kind`, `created_at` FROM `organisation`;--> statement-breakpoint
UPDATE `organisation` SET `public_body_id` = `id`;--> statement-breakpoint
ALTER TABLE `region` ADD `reminder_days` integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE `region_organisation` ADD `ended_on` text;--> statement-breakpoint
ALTER TABLE `region_organisation` ADD `merged_into_id` integer REFERENCES organisation(id);--> statement-breakpoint
UPDATE `region` SET `reminder_days` = coalesce((SELECT max(`reminder_days`) FROM `agenda` WHERE `agenda`.`region_id` = `region`.`id` AND `agenda`.`state` <> 'closed'), (SELECT max(`reminder_days`) FROM `agenda` WHERE `agenda`.`region_id` = `region`.`id`), 5);--> statement-breakpoint
ALTER TABLE `agenda` DROP COLUMN `reminder_days`;