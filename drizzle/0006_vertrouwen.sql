CREATE TABLE `adoption_meeting` (
	`adoption_id` integer NOT NULL,
	`meeting_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`text` text,
	`hash` text,
	`reason` text DEFAULT '' NOT NULL,
	`author_id` integer,
	`author_name` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`adoption_id`, `meeting_id`),
	FOREIGN KEY (`adoption_id`) REFERENCES `adoption`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `adoption_meeting_meeting` ON `adoption_meeting` (`meeting_id`);--> statement-breakpoint
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
CREATE TABLE `invitation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`region_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`role` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`declined_at` integer,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_once` ON `invitation` (`region_id`,`email`,`organisation_id`,`role`);--> statement-breakpoint
CREATE INDEX `invitation_email` ON `invitation` (`email`);--> statement-breakpoint
CREATE TABLE `invitation_link` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`invitation_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitation_link_invitation` ON `invitation_link` (`invitation_id`);--> statement-breakpoint
CREATE TABLE `public_body` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`code` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `withdrawn_adoption` (
	`id` integer PRIMARY KEY NOT NULL,
	`round_id` integer NOT NULL,
	`agenda_id` integer NOT NULL,
	`adopted_on` text NOT NULL,
	`forum` text NOT NULL,
	`snapshot` text NOT NULL,
	`hash` text NOT NULL,
	`author_id` integer,
	`created_at` integer NOT NULL,
	`reason` text NOT NULL,
	`withdrawn_by_id` integer,
	`withdrawn_by_name` text NOT NULL,
	`withdrawn_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `status_round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_id`) REFERENCES `agenda`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `withdrawn_adoption_round` ON `withdrawn_adoption` (`round_id`);--> statement-breakpoint
CREATE TABLE `known_device` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `known_device_user` ON `known_device` (`user_id`);--> statement-breakpoint
ALTER TABLE `organisation` ADD `public_body_id` integer REFERENCES public_body(id);--> statement-breakpoint
INSERT INTO `public_body` (`id`, `name`, `kind`, `created_at`) SELECT `id`, `name`, `kind`, `created_at` FROM `organisation`;--> statement-breakpoint
UPDATE `organisation` SET `public_body_id` = `id`;--> statement-breakpoint
ALTER TABLE `region` ADD `reminder_days` integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE `region_organisation` ADD `ended_on` text;--> statement-breakpoint
ALTER TABLE `region_organisation` ADD `merged_into_id` integer REFERENCES organisation(id);--> statement-breakpoint
ALTER TABLE `oidc_attempt` ADD `invitation_id` integer REFERENCES invitation(id);--> statement-breakpoint
ALTER TABLE `oidc_attempt` ADD `origin` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `region` SET `reminder_days` = coalesce((SELECT max(`reminder_days`) FROM `agenda` WHERE `agenda`.`region_id` = `region`.`id` AND `agenda`.`state` <> 'closed'), (SELECT max(`reminder_days`) FROM `agenda` WHERE `agenda`.`region_id` = `region`.`id`), 5);--> statement-breakpoint
ALTER TABLE `agenda` DROP COLUMN `reminder_days`;--> statement-breakpoint
INSERT INTO `adoption_meeting` (`adoption_id`, `meeting_id`, `created_at`)
SELECT DISTINCT `adoption`.`id`, `meeting`.`id`, `adoption`.`created_at`
FROM `adoption`
JOIN json_each(CASE WHEN json_valid(`adoption`.`snapshot`) THEN `adoption`.`snapshot` ELSE '{}' END, '$.meetings') AS `held`
JOIN `meeting` ON `meeting`.`slug` = json_extract(`held`.`value`, '$.slug') AND `meeting`.`agenda_id` = `adoption`.`agenda_id`;
--> statement-breakpoint
CREATE TRIGGER `withdrawn_adoption_no_update` BEFORE UPDATE ON `withdrawn_adoption` BEGIN SELECT RAISE(ABORT, 'a withdrawn adoption is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `withdrawn_adoption_no_delete` BEFORE DELETE ON `withdrawn_adoption` BEGIN SELECT RAISE(ABORT, 'a withdrawn adoption is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `adoption_meeting_no_update` BEFORE UPDATE ON `adoption_meeting` BEGIN SELECT RAISE(ABORT, 'what an adoption holds is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `adoption_meeting_no_delete` BEFORE DELETE ON `adoption_meeting`
WHEN NOT EXISTS (SELECT 1 FROM `withdrawn_adoption` WHERE `id` = OLD.`adoption_id`)
BEGIN SELECT RAISE(ABORT, 'what an adoption holds is never changed'); END;
--> statement-breakpoint
DROP TRIGGER `adoption_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `adoption_no_delete` BEFORE DELETE ON `adoption`
WHEN NOT EXISTS (
	SELECT 1 FROM `withdrawn_adoption` `kept`
	WHERE `kept`.`id` = OLD.`id` AND `kept`.`round_id` = OLD.`round_id` AND `kept`.`agenda_id` = OLD.`agenda_id`
	AND `kept`.`adopted_on` = OLD.`adopted_on` AND `kept`.`forum` = OLD.`forum`
	AND `kept`.`snapshot` = OLD.`snapshot` AND `kept`.`hash` = OLD.`hash`
)
BEGIN SELECT RAISE(ABORT, 'adoption is immutable'); END;
--> statement-breakpoint
DROP TRIGGER `status_round_stays_adopted`;
--> statement-breakpoint
CREATE TRIGGER `status_round_stays_adopted` BEFORE UPDATE ON `status_round`
WHEN OLD.`state` = 'adopted' AND NOT (
	NEW.`state` = 'closed'
	AND NOT EXISTS (SELECT 1 FROM `adoption` WHERE `round_id` = OLD.`id`)
	AND EXISTS (SELECT 1 FROM `withdrawn_adoption` WHERE `round_id` = OLD.`id`)
)
BEGIN SELECT RAISE(ABORT, 'an adopted round is never changed'); END;
