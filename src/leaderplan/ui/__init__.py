"""The window: Qt Widgets over a plan. It imports the rest of LeaderPlan, and nothing imports it but the start."""
