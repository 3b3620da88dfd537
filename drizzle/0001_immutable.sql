CREATE TRIGGER `adoption_no_update` BEFORE UPDATE ON `adoption` BEGIN SELECT RAISE(ABORT, 'adoption is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `adoption_no_delete` BEFORE DELETE ON `adoption` BEGIN SELECT RAISE(ABORT, 'adoption is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_no_update` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'audit is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_no_delete` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'audit is append only'); END;
--> statement-breakpoint
CREATE TRIGGER `goal_version_no_update` BEFORE UPDATE ON `goal_version` BEGIN SELECT RAISE(ABORT, 'a goal version is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `goal_version_no_delete` BEFORE DELETE ON `goal_version` BEGIN SELECT RAISE(ABORT, 'a goal version is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `status_kept_after_adoption` BEFORE UPDATE ON `status`
WHEN EXISTS (SELECT 1 FROM `status_round` WHERE `id` = OLD.`round_id` AND `state` = 'adopted')
BEGIN SELECT RAISE(ABORT, 'a status in an adopted round is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `status_never_deleted` BEFORE DELETE ON `status` BEGIN SELECT RAISE(ABORT, 'a status is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `status_round_stays_adopted` BEFORE UPDATE ON `status_round`
WHEN OLD.`state` = 'adopted'
BEGIN SELECT RAISE(ABORT, 'an adopted round is never changed'); END;
