export { applyDeploy } from "./apply-deploy.ts";
export type { DeployReceipt } from "./apply-deploy.ts";
export type { HostChangeReceipt } from "./apply-host-change.ts";
export { applyHostRollback, planHostRollback } from "./apply-rollback.ts";
export type { PlannedRollback, RollbackReceipt } from "./apply-rollback.ts";
export { describeRestore } from "./backup/plan-restore.ts";
export { compareBystanders, listBystanders } from "./bystanders.ts";
export type { Bystander, BystanderChange } from "./bystanders.ts";
export { checkDoors, openHostNetBox } from "./check-doors.ts";
export type { DoorReport, HostNetBox } from "./check-doors.ts";
export type { Deployment } from "./deployment.ts";
export { describeHostOperation } from "./describe-host-operation.ts";
export { layoutOf } from "./host-layout.ts";
export type { HostLayout } from "./host-layout.ts";
export { breakHostLock } from "./host-lock.ts";
export { buildLockError } from "./lock-holder.ts";
export type { LockHolder } from "./lock-holder.ts";
export type { HostObservation, ObservedContainer } from "./host-observation.ts";
export type { HostOperation } from "./host-operation.ts";
export type { PlannedOnHost } from "./open-host-run.ts";
export { findActiveRun } from "./past-run.ts";
export type { PastRun } from "./past-run.ts";
export { planDeploy, waitForActiveStep } from "./plan-deploy.ts";
export type { DeployOptions, PlannedDeploy } from "./plan-deploy.ts";
export { applyHostDestroy, planHostDestroy } from "./destroy.ts";
export type { DestroyOptions } from "./plan-destroy.ts";
export { readLogs, readStatus } from "./read-status.ts";
export type { DeploymentStatus, LogOptions } from "./read-status.ts";
export { applyTokenRotation, planTokenRotation } from "./rotate-token.ts";
export { applyUpgrade, planUpgrade } from "./upgrade.ts";
export type { Backup } from "./backup/backup.ts";
export { describeBackup } from "./backup/describe-backup.ts";
export {
  applyBackup,
  applyBackupPruning,
  applyBackupRestore,
  planBackup,
  planBackupPruning,
  planBackupRestore,
  readBackups,
} from "./change-backups.ts";
export type { PlannedRestore } from "./change-backups.ts";
export { backupsSchema } from "./backups-schema.ts";
export type { BackupsConfig } from "./backups-schema.ts";
