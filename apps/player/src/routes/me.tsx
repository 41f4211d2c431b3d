import { Button } from '@segue/ui'
import { AvatarSetting } from '../features/account/avatar-setting.tsx'
import { DeleteAccount } from '../features/account/delete-account.tsx'
import { DeviceList } from '../features/account/device-list.tsx'
import { EmailForm } from '../features/account/email-form.tsx'
import { ExportButton } from '../features/account/export-button.tsx'
import { LanguageSelect } from '../features/account/language-select.tsx'
import { NicknameForm } from '../features/account/nickname-form.tsx'
import { PasswordForm } from '../features/account/password-form.tsx'
import { SettingsSection } from '../features/account/settings-section.tsx'
import { ThemeSelect } from '../features/account/theme-select.tsx'
import { useSignOut } from '../features/account/use-sign-out.ts'
import { messages } from '../lib/me-messages.ts'
import { trpc } from '../lib/trpc.ts'
import { PageHeader } from './page-header.tsx'

const { me } = messages

export function Me() {
  const { data } = trpc.auth.session.useQuery()
  const { isPending, signOut } = useSignOut()
  const user = data?.user
  if (!user) return null
  return (
    <>
      <PageHeader title={me.title}>
        <Button isBusy={isPending} onClick={signOut}>
          {messages.account.signOut}
        </Button>
      </PageHeader>
      <SettingsSection title={me.profile}>
        <AvatarSetting user={user} />
        <NicknameForm key={user.nickname} user={user} />
      </SettingsSection>
      <SettingsSection title={messages.account.language} detail={me.languageDetail}>
        <LanguageSelect />
      </SettingsSection>
      <SettingsSection title={me.theme} detail={me.themeDetail}>
        <ThemeSelect />
      </SettingsSection>
      <SettingsSection title={me.emailTitle} detail={me.emailHint}>
        <EmailForm user={user} />
      </SettingsSection>
      <SettingsSection title={me.passwordTitle} detail={me.passwordDetail}>
        <PasswordForm />
      </SettingsSection>
      <SettingsSection title={me.devices} detail={me.devicesDetail}>
        <DeviceList />
      </SettingsSection>
      <SettingsSection title={me.data} detail={me.dataDetail}>
        <ExportButton />
      </SettingsSection>
      <SettingsSection title={me.deletion} detail={me.deletionDetail}>
        <DeleteAccount />
      </SettingsSection>
    </>
  )
}
