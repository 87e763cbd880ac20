import { Navigate, type RouteObject } from "react-router";
import { DistributionsPage } from "../pages/distributions/DistributionsPage";
import { Broken, Nowhere } from "./Broken";
import { Layout } from "./Layout";

const lazy = (load: () => Promise<React.ComponentType>) => async () => ({ Component: await load() });

const DISTRIBUTION = lazy(() => import("../pages/distribution/DistributionPage").then((m) => m.DistributionPage));
const TENANT = lazy(() => import("../pages/distribution/TenantPage").then((m) => m.TenantPage));
const CREATE = lazy(() =>
  import("../pages/create-invalidation/CreateInvalidationPage").then((m) => m.CreateInvalidationPage),
);
const ALTERNATIVES = lazy(() => import("../pages/alternatives/AlternativesPage").then((m) => m.AlternativesPage));
const INVALIDATION = lazy(() => import("../pages/invalidation/InvalidationPage").then((m) => m.InvalidationPage));
const BATCHES = lazy(() => import("../pages/batches/BatchesPage").then((m) => m.BatchesPage));
const EDIT_BATCH = lazy(() => import("../pages/batches/EditBatchPage").then((m) => m.EditBatchPage));
const IMPORT_BATCHES = lazy(() => import("../pages/batches/ImportPage").then((m) => m.ImportPage));
const RUN_BATCH = lazy(() => import("../pages/batches/RunBatchPage").then((m) => m.RunBatchPage));
const ACTIVITY = lazy(() => import("../pages/activity/ActivityPage").then((m) => m.ActivityPage));
const SUBMISSION = lazy(() => import("../pages/activity/SubmissionPage").then((m) => m.SubmissionPage));
const COSTS = lazy(() => import("../pages/costs/CostsPage").then((m) => m.CostsPage));
const CONNECTIONS = lazy(() => import("../pages/connections/ConnectionsPage").then((m) => m.ConnectionsPage));
const ADD_CONNECTION = lazy(() => import("../pages/connections/AddConnectionPage").then((m) => m.AddConnectionPage));
const PERMISSIONS = lazy(() => import("../pages/permissions/PermissionsPage").then((m) => m.PermissionsPage));
const SETTINGS = lazy(() => import("../pages/settings/SettingsPage").then((m) => m.SettingsPage));

/** Every page and its address. The first one comes with the window; the others are loaded when they are opened. */
export const routes: RouteObject[] = [
  {
    element: <Layout />,
    hydrateFallbackElement: <span />,
    children: [
      {
        errorElement: <Broken />,
        children: [
          { index: true, element: <Navigate to="/distributions" replace={true} /> },
          { path: "distributions", element: <DistributionsPage /> },
          { path: "distributions/:distribution", lazy: DISTRIBUTION },
          { path: "distributions/:distribution/create", lazy: CREATE },
          { path: "distributions/:distribution/alternatives", lazy: ALTERNATIVES },
          { path: "distributions/:distribution/invalidations/:invalidation", lazy: INVALIDATION },
          { path: "tenants/:tenant", lazy: TENANT },
          { path: "tenants/:tenant/create", lazy: CREATE },
          { path: "tenants/:tenant/alternatives", lazy: ALTERNATIVES },
          { path: "tenants/:tenant/invalidations/:invalidation", lazy: INVALIDATION },
          { path: "batches", lazy: BATCHES },
          { path: "batches/new", lazy: EDIT_BATCH },
          { path: "batches/import", lazy: IMPORT_BATCHES },
          { path: "batches/:batch/edit", lazy: EDIT_BATCH },
          { path: "batches/:batch/run", lazy: RUN_BATCH },
          { path: "activity", lazy: ACTIVITY },
          { path: "activity/:submission", lazy: SUBMISSION },
          { path: "costs", lazy: COSTS },
          { path: "connections", lazy: CONNECTIONS },
          { path: "connections/add/:kind", lazy: ADD_CONNECTION },
          { path: "connections/:id/permissions", lazy: PERMISSIONS },
          { path: "settings", lazy: SETTINGS },
          { path: "*", element: <Nowhere /> },
        ],
      },
    ],
  },
];
