/*
 * Tasks are called what their models call them: two flows may have a task of the same id under different names. The names
 * of the models that we ship have texts of their own in each language; those of others stay as they are.
 */
const TASKS = {
  'Plan release': 'planRelease',
  'Approve release': 'approveRelease',
  'Authorise release': 'authoriseRelease',
  'Execute release': 'executeRelease',
  'Test release': 'testRelease',
  'Deploy to pilot': 'deployToPilot',
  'Test in pilot': 'testInPilot',
  'Deploy to production': 'extendRelease',
  'Homologate release': 'homologateRelease',
  'Close release': 'closeRelease',
  'Carry out activity': 'carryOutActivity',
  'Carry out back-out step': 'carryOutBackoutStep',
  'Reactivate release': 'reactivateRelease',
};

/** The key of the text for a task of this name; none for names of somebody else. */
export const keyOfTask = name => TASKS[name] && `SW_TASK_${TASKS[name]}`;
