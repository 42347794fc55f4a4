import type { Runtime } from "#functions/runtime";
import { addAdminLog } from "./admin-log.ts";
import { addAgents } from "./agent.ts";
import { addApprovals } from "./approval.ts";
import { addCare } from "./care.ts";
import { addChannels } from "./channel.ts";
import { addCommands } from "./command.ts";
import { addComplaints } from "./complaint.ts";
import { addContactLinks } from "./contact-link.ts";
import { addConversations } from "./conversation.ts";
import { addDeadLetters } from "./dead-letter.ts";
import { addDirectory } from "./directory.ts";
import { addDossiers } from "./dossier.ts";
import { addDrafts } from "./draft.ts";
import { addEnclosures } from "./enclosure.ts";
import { addEntity } from "./entity.ts";
import { addErasure } from "./erasure.ts";
import { addEvidence } from "./evidence.ts";
import { addEvidenceTeams } from "./evidence-team.ts";
import { addExplain } from "./explain.ts";
import { addExposure } from "./exposure.ts";
import { addForetelling } from "./foretell.ts";
import { createFrame } from "./frame.ts";
import { addGuard } from "./guard.ts";
import { addHandoffs } from "./handoff.ts";
import { addHolds } from "./hold.ts";
import { addImpostors } from "./impostor.ts";
import { addIncidents } from "./incident.ts";
import { addKit } from "./kit.ts";
import { addLists } from "./list.ts";
import { addLive } from "./live.ts";
import { addLog } from "./log.ts";
import { addMacros } from "./macro.ts";
import { addMe } from "./me.ts";
import { addMentions } from "./mention.ts";
import { addMerging } from "./merge.ts";
import { addPictures } from "./picture.ts";
import { addPractice } from "./practice.ts";
import { addPreferences } from "./preferences.ts";
import { addRecall } from "./recall.ts";
import { addRedaction } from "./redaction.ts";
import { addReferrals } from "./referral.ts";
import { addReports } from "./report.ts";
import { addRetention } from "./retention.ts";
import type { Api } from "./route.ts";
import { addRuns } from "./run.ts";
import { addSavedViews } from "./saved-view.ts";
import { addSearch } from "./search.ts";
import { addSession } from "./session.ts";
import { addSplitting } from "./split.ts";
import { storyRoute } from "./story-route.ts";
import { addSurroundings } from "./surrounding.ts";
import { addTags } from "./tag.ts";
import { addTemplates } from "./template.ts";
import { addWallboard } from "./wallboard.ts";

/** The inbox's API: one command a request. What shows stories is a function of its own, and described here too. */
export const createApp = (runtime: Runtime): Api => {
  const app = createFrame(runtime, parts, addSession);
  app.openAPIRegistry.registerPath(storyRoute);
  return app;
};

const parts = [
  addMe,
  addChannels,
  addDeadLetters,
  addPreferences,
  addAgents,
  addConversations,
  addLists,
  addSearch,
  addCommands,
  addDrafts,
  addSurroundings,
  addMentions,
  addRecall,
  addCare,
  addContactLinks,
  addMerging,
  addSplitting,
  addTags,
  addMacros,
  addSavedViews,
  addComplaints,
  addLog,
  addAdminLog,
  addDossiers,
  addPictures,
  addEnclosures,
  addRedaction,
  addEvidence,
  addEvidenceTeams,
  addExposure,
  addImpostors,
  addReferrals,
  addHandoffs,
  addExplain,
  addRuns,
  addEntity,
  addErasure,
  addForetelling,
  addHolds,
  addRetention,
  addIncidents,
  addReports,
  addLive,
  addTemplates,
  addGuard,
  addApprovals,
  addKit,
  addPractice,
  addDirectory,
  addWallboard,
] as const;
