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
