CREATE TRIGGER `goal_decision_no_update` BEFORE UPDATE ON `goal_decision` BEGIN SELECT RAISE(ABORT, 'a decision on a goal is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `goal_decision_no_delete` BEFORE DELETE ON `goal_decision` BEGIN SELECT RAISE(ABORT, 'a decision on a goal is never changed'); END;
